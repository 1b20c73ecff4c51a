"""The gallery: static pages that show everything that was built, for everyone to find and take."""
