"""Making the English parser: fine-tuning on treebanks, export to ONNX with 8-bit weights, scores.

``python -m quizgen.analysis.training train|export|evaluate``. Training and export need ``pip install
quizgen[train]``; nothing in here is needed to make a quiz.
"""
