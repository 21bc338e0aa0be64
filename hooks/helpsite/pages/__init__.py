"""The written pages: their front matter, what stands in them line by line, and whether both languages agree."""
