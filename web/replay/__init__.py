"""An imported meeting, run again through the same actions that the screens use."""
