#!/usr/bin/env bash
# Takes the pictures of this folder: each sheet of the workbook by LibreOffice, the page by Chromium.
# The sample year, and after it a small campaign of 2022 whose results meet the plan of the sample.
# Needs soffice, pdftoppm, pdftotext and chromium beside the built program.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=docs/pictures
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -r inputs "$work/inputs"
cp -r $here/2022 "$work/inputs/2022"
target/release/tonghop consolidate "$work/inputs" -o "$work/outputs" --as-of 2020-12-01 --quiet >"$work/said" || [ $? = 1 ]

# sheets YEAR PREFIX: a picture of the first page of each sheet, found by its title.
sheets() {
  timeout 180 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf \
    --outdir "$work/$1" "$work/outputs/$1/summary.xlsx" >"$work/said" 2>&1
  local page=1 pages name title
  pages=$(pdfinfo "$work/$1/summary.pdf" | sed -n 's/^Pages: *//p')
  while IFS='|' read -r name title; do
    while [ "$page" -le "$pages" ]; do
      if pdftotext -f "$page" -l "$page" "$work/$1/summary.pdf" - | grep -aqF "$title"; then
        pdftoppm -r 80 -f "$page" -l "$page" -singlefile -png "$work/$1/summary.pdf" "$here/$2$name"
        page=$((page + 1))
        break
      fi
      page=$((page + 1))
    done
  done
}
sheets 2021 sheet- <<'END'
01-tong-quan|BẢNG TỔNG HỢP
01-tong-quan-bieu-do|Biểu đồ
02-theo-nuoc|TỔNG HỢP THEO QUỐC GIA/VÙNG
03-theo-quy|TỔNG HỢP THEO QUÝ
04-theo-nguon-kinh-phi|TỔNG HỢP THEO NGUỒN
05-nuoc-quy-nguon|TỔNG HỢP THEO QUỐC GIA ×
06-theo-don-vi|TỔNG HỢP THEO ĐƠN VỊ
07-doan-ra|DANH SÁCH ĐOÀN RA
08-doan-vao|DANH SÁCH ĐOÀN VÀO
09-can-xem-lai|NHỮNG ĐIỂM CẦN XEM LẠI
10-bi-loai|CÁC DÒNG BỊ LOẠI
11-tinh-hinh-nop|TÌNH HÌNH NỘP BÁO CÁO
END
sheets 2022 planned- <<'END'
01-tong-quan|so với kế hoạch đã công bố
02-theo-nuoc|Ngoài kế
07-doan-ra|TÌNH HÌNH THỰC HIỆN KẾ HOẠCH
END

# What a department gets back: its guide, and its submission with the cells to correct.
timeout 180 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf \
  --outdir "$work/feedback" "$work/outputs/2021/feedback/hoi-lhpn-tinh.xlsx" >"$work/said" 2>&1
for page in 1 2; do
  pdftoppm -r 100 -f $page -l $page -singlefile -png "$work/feedback/hoi-lhpn-tinh.pdf" "$here/feedback-$page"
done

# shot NAME YEAR WIDTH HEIGHT COLOURS [PART]: the page, or one part of it. Chromium has no window narrower than
# 500 pixels: a narrower picture is that of a frame.
shot() {
  local page="$work/page.html" from="$work/outputs/$2/report.html"
  if [ "$3" -lt 500 ]; then
    cp "$from" "$work/framed.html"
    echo "<body style=margin:0><iframe src=framed.html style='border:0;width:$3px;height:$4px'>" >"$page"
  else
    sed "s|</style>|${6:+main section:not(#$6),.contents{display:none\}}</style>|" "$from" >"$page"
  fi
  timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --no-first-run \
    "--user-data-dir=$work/browser" "--window-size=$3,$4" "--screenshot=$here/$1.png" \
    "--blink-settings=preferredColorScheme=$5" "file://$page" >"$work/said" 2>&1
}
dark=0 light=1
shot page 2021 1100 1700 $light
shot page-dark 2021 1100 900 $dark
shot page-narrow 2021 390 1000 $light
shot page-planned 2022 1100 1500 $light planned
shot page-findings 2021 1100 1000 $light findings
shot page-each 2021 1100 900 $light each
shot page-cross 2021 1100 1200 $light cross
du -ch $here/*.png | tail -1
