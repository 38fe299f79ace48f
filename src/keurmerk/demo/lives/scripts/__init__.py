"""The fictional lives themselves, by where they lead."""

from keurmerk.demo.lives.scripts import applications, ended, fixed, indefinite

SCRIPTS = (*applications.SCRIPTS, *fixed.SCRIPTS, *indefinite.SCRIPTS, *ended.SCRIPTS)
