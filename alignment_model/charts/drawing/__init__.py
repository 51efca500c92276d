"""What every chart is drawn with: a surface, text measured and placed, marks, and the ways out of it."""
