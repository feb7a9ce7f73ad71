"""Makes the sample lists of this folder: python3 make-samples.py. Needs openpyxl. All names and addresses are invented."""
import datetime
import unicodedata
import zipfile

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

TITLES = ["ỦY BAN NHÂN DÂN XÃ HẢI HẬU", "DANH SÁCH THIẾT BỊ CÔNG NGHỆ THÔNG TIN"]
HEADER = ["STT", "Tên thiết bị", "Loại", "Địa chỉ IP", "Địa chỉ MAC", "Đơn vị", "Vị trí", "Ghi chú"]
ROWS = [
    ["1", "Máy in tầng 1", "Máy in", "10.20.30.50", "3C-D9-2B-50-50-50", "UBND xã Hải Hậu", "Tầng 1", ""],
    ["2", "Máy chủ một cửa", "Máy chủ", "10.20.40.10/24\n2001:db8:20:40::10", "0050.569a.4010", "UBND xã Hải Hậu", "Phòng máy", 'Đã "nâng cấp", năm 2025'],
    ["3", "Camera cổng", "Camera", "10.20.50.7", "001122334455", "UBND xã Hải Hậu", "Cổng chính", ""],
]


def cell(text, delimiter):
    if any(c in text for c in (delimiter, '"', "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


def text(delimiter, end="\r\n"):
    rows = [[t] for t in TITLES] + [HEADER] + ROWS
    return "".join(delimiter.join(cell(c, delimiter) for c in row) + end for row in rows)


def cp1258(t):
    out = bytearray()
    for c in t:
        try:
            out += c.encode("cp1258")
            continue
        except UnicodeEncodeError:
            pass
        # The page has the letters with ^, ˘ and horn composed, and the five tones as marks behind them.
        nfd = unicodedata.normalize("NFD", c)
        tone = [m for m in nfd[1:] if m in "\u0300\u0301\u0303\u0309\u0323"]
        rest = unicodedata.normalize("NFC", "".join(m for m in nfd if m not in tone))
        out += rest.encode("cp1258") + "".join(tone).encode("cp1258")
    return bytes(out)


def write(name, data):
    with open(name, "wb") as f:
        f.write(data)


def pack(book, name):
    book.properties.created = book.properties.modified = datetime.datetime(2026, 11, 24)
    book.save(name)


write("utf8-comma.csv", text(",", "\n").encode())
write("utf8-bom-semicolon.csv", b"\xef\xbb\xbf" + text(";").encode())
write("utf8-decomposed-tab.csv", unicodedata.normalize("NFD", text("\t")).encode())
write("utf16-bom-tab.csv", b"\xff\xfe" + text("\t").encode("utf-16-le"))
write("utf16-big-endian-no-bom.csv", text(";").encode("utf-16-be"))
write("windows-1258.csv", cp1258(text(",")))

book = Workbook()
sheet = book.active
sheet.title = "Hướng dẫn"
sheet.sheet_state = "hidden"
sheet["A1"] = "Không xóa trang này"
sheet = book.create_sheet("Thiết bị")
for title in TITLES:
    sheet.append([title])
sheet.merge_cells("A1:H1")
sheet.merge_cells("A2:H2")
sheet.append(HEADER)
for row in ROWS:
    sheet.append([int(row[0])] + [c or None for c in row[1:]])
sheet["B4"] = CellRichText("Máy in ", TextBlock(InlineFont(b=True), "tầng 1"))
book.active = 1
pack(book, "office.xlsx")

# Header in two rows, merged cells, a numbering row, headings, dates, numbers, blank rows, signatures.
book = Workbook()
sheet = book.active
sheet.append(["BẢNG TỔNG HỢP THIẾT BỊ"])
sheet.merge_cells("A1:I1")
sheet.append([])
sheet.append(["TT", "Tên thiết bị", "Chủng loại", "Địa chỉ", None, None, "Đơn vị", "Cổng dịch vụ", "Hết hỗ trợ"])
sheet.append([None, None, None, "IPv4", "IPv6", "MAC"])
for c in "ABCGHI":
    sheet.merge_cells(f"{c}3:{c}4")
sheet.merge_cells("D3:F3")
sheet.append([f"({i})" for i in range(1, 10)])
sheet.append(["I", "Văn phòng"])
sheet.append([1, "Máy chủ web", "Máy chủ", "10.20.40.10", "2001:db8:20:40::10", "00:50:56:9a:40:10", "xa-hai-hau", 443, datetime.date(2027, 6, 30)])
sheet.append([None, None, None, "10.20.41.10", None, "00:50:56:9a:41:10"])
for c in "ABCG":
    sheet.merge_cells(f"{c}7:{c}8")
sheet.append(["II", "Phòng Văn hóa"])
sheet.append([2, "Máy tính", "Máy tính để bàn", 192168110120, None, 102233445566, "UBND xã Hải Hậu", "80, 443", "30/06/2028"])
sheet.append([3, "Máy quét", "Máy quét", "DHCP", None, "-", "UBND xã Hải Hậu", None, None])
sheet.append(["Tổng cộng", None, None, 3])
sheet.append([])
sheet.append([None, "Người lập biểu", None, None, None, None, "Chủ tịch"])
pack(book, "merged.xlsx")

book = Workbook()
sheet = book.active
sheet.append(["Tên thiết bị", "Địa chỉ IP", "Địa chỉ MAC"])
sheet.append(["Máy 1", "10.0.0.1", "00:11:22:33:44:55"])
sheet.append(["Máy 2", "10.0.0.299", "00:11:22:33:44"])
sheet.append(["Máy 3", 1234567890, 1122334455])
pack(book, "problems.xlsx")


def zipped(name, parts):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as z:
        for path, data in parts:
            z.writestr(zipfile.ZipInfo(path, (2026, 11, 24, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def minimal(sheet_xml, extra=()):
    rel = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return [
        ("_rels/.rels", rel % f'<Relationship Id="r1" Type="{kind}officeDocument" Target="/xl/workbook.xml"/>'),
        ("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", rel % f'<Relationship Id="r1" Type="{kind}worksheet" Target="worksheets/sheet1.xml"/>'),
        ("xl/worksheets/sheet1.xml", sheet_xml),
        *extra,
    ]


def inline(rows):
    cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in row) + "</row>" for row in rows)
    return f"<worksheet><sheetData>{cells}</sheetData></worksheet>"


def shared():
    """As Excel writes it: texts by number, runs, readings, an escaped line break and a cell without a text."""
    strings = ["<t>Tên thiết bị</t>", "<t>Địa chỉ IP</t>", "<r><t>Máy </t></r><r><rPr><b/></rPr><t>chủ</t></r><rPh sb=\"0\" eb=\"1\"><t>bỏ</t></rPh>",
               '<t xml:space="preserve">10.0.0.1_x000D_\n10.0.0.2 </t>', "<t/>", "<t>Máy &#x69;n &amp; quét</t>"]
    sst = '<sst xmlns="m">' + "".join(f"<si>{s}</si>" for s in strings) + "</sst>"
    row = lambda r, *ids: f'<row r="{r}">' + "".join(f'<c r="{c}{r}" t="s"><v>{i}</v></c>' for c, i in zip("AB", ids)) + "</row>"
    sheet = '<worksheet><sheetData>' + row(2, 0, 1) + row(5, 2, 3) + row(9, 5, 4) + '<row r="10"><c r="B10"><f>1+1</f></c></row></sheetData></worksheet>'
    parts = dict(minimal(sheet))
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = parts[rels].replace("</Relationships>", '<Relationship Id="r2" Type="http://x/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
    return list(parts.items()) + [("xl/sharedStrings.xml", sst)]


zipped("shared-strings.xlsx", shared())
GOOD = inline([["Name", "IP"], ["web", "10.0.0.1"], ["db", "10.0.0.2"]])
zipped("inline-without-references.xlsx", minimal(GOOD))
zipped("path-traversal.xlsx", minimal(GOOD, [("../../etc/passwd", "x")]))
zipped("entity-bomb.xlsx", minimal('<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + GOOD.replace("web", "&b;")))
zipped("dense.xlsx", minimal(GOOD.replace("</worksheet>", " " * (12 << 20) + "</worksheet>")))
