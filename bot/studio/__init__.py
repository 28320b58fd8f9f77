"""A local page on which clinicians and writers review a content. It changes nothing."""
