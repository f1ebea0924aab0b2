"""An uploaded .docx as it was, with a comment at each finding."""
