"""Reads, casts, groups and writes with DuckDB: files, output folder, lines above the rows, threads."""
import sys
import duckdb

files = open(sys.argv[1]).read().split("\0")[:-1]
out, above, threads = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
names = ["tt", "name", "head", "country", "partner", "content", "people", "days", "period", "source", "notes"]
db = duckdb.connect(config={"threads": threads})
db.execute(
    """CREATE TABLE merged AS SELECT * FROM read_csv($files, columns = $columns, delim = ',', quote = '"',
    header = false, skip = $above, auto_detect = false)""",
    {
        "files": files,
        "columns": {name: "INTEGER" if name in ("people", "days") else "VARCHAR" for name in names},
        "above": above,
    },
)
db.execute(f"COPY merged TO '{out}/merged.csv' (HEADER)")
db.execute(
    f"""COPY (SELECT country, period, source, count(*), sum(people), sum(people * days) FROM merged
    GROUP BY ALL ORDER BY ALL) TO '{out}/summary.csv' (HEADER)"""
)
