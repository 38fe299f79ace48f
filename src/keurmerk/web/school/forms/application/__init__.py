"""What an applicant types: pages of the form as they come, signatures, files."""
