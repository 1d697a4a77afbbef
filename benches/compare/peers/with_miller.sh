xargs -0 mlr --csv --implicit-csv-header --allow-ragged-csv-input filter 'FNR > {above}' then put -q '
  tee > "{out}/merged.csv", $*;
  @rows[$4][$9][$10] += 1; @people[$4][$9][$10] += $7; @days[$4][$9][$10] += $7 * $8;
  end { emit (@rows, @people, @days), "country", "period", "source" }' < {list} > {out}/summary.csv
