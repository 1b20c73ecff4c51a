"""Our own PowerPoint template, written from the theme: nobody else's master is patched."""
