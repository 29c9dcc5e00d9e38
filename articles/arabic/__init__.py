"""What the archive knows of Arabic: letters, words, stems, dates, terminals. Pure Python, no framework."""
