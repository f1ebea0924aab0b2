"""What a data folder holds of documents: the rows of a generation, and every text ever served."""
