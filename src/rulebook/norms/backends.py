"""Opening a computation on the engine that was asked for."""

from rulebook.norms.engines import Backend, Engine


def backend_for(engine: Engine) -> Backend:
    """Open a computation on an engine that takes frames as they come."""
    match engine:
        case Engine.DUCKDB:
            from rulebook.norms.on_duckdb import DuckDBBackend  # noqa: PLC0415 - few runs need it

            return DuckDBBackend()
        case Engine.PYSPARK:
            from rulebook.norms.on_pyspark import PySparkBackend, local_session  # noqa: PLC0415 - idem

            return PySparkBackend(local_session())
        case Engine.POLARS:
            raise ValueError("polars runs prepared plans (rulebook.norms.prepared)")
