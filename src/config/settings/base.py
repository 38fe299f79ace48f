"""What holds everywhere; one file per topic in includes/."""

from config.settings.includes.access import *  # noqa: F403
from config.settings.includes.apps import *  # noqa: F403
from config.settings.includes.language import *  # noqa: F403
from config.settings.includes.letters import *  # noqa: F403
from config.settings.includes.logs import *  # noqa: F403
from config.settings.includes.oidc import *  # noqa: F403
from config.settings.includes.security import *  # noqa: F403
from config.settings.includes.storage import *  # noqa: F403

DEFAULT_FROM_EMAIL = "keurmerk@localhost"
EMAIL_SUBJECT_PREFIX = "Keurmerk: "
