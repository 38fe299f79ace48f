"""From interest to grant: agreement, application form, assessment, conditions."""
