"""What a change of the documents or the answers touches, between two versions of a content."""
