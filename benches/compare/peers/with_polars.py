"""Reads, casts, groups and writes with polars: files, output folder, lines above the rows, threads."""
import os
import sys

files = open(sys.argv[1]).read().split("\0")[:-1]
out, above = sys.argv[2], int(sys.argv[3])
os.environ["POLARS_MAX_THREADS"] = sys.argv[4]
import polars as pl  # noqa: E402  reads the number of threads when it is imported

names = ["tt", "name", "head", "country", "partner", "content", "people", "days", "period", "source", "notes"]
schema = {name: pl.Int32 if name in ("people", "days") else pl.String for name in names}
merged = pl.scan_csv(files, has_header=False, skip_rows=above, schema=schema).collect()
merged.write_csv(f"{out}/merged.csv")
groups = merged.group_by("country", "period", "source").agg(
    pl.len(), pl.col("people").sum(), person_days=(pl.col("people") * pl.col("days")).sum()
)
groups.sort("country", "period", "source").write_csv(f"{out}/summary.csv")
