"""Makes the sample archive's art and media. Not part of the installed package; needs numpy, Pillow and ffmpeg."""
