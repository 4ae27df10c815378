"""What python-docx reads in a .docx: title, language, headings, lists, tables and pictures, as JSON.

    python3 Tests/Outside/docx_texts.py FILE
"""

import json
import sys

import docx
from docx.oxml.ns import qn


def main(path):
    document = docx.Document(path)
    lang = document.styles.element.find(".//" + qn("w:lang"))
    tables = []
    for table in document.tables:
        rows = table._tbl.tr_lst
        tables.append(
            {
                "texts": [[cell.text for cell in row.cells] for row in table.rows],
                "heads": [row.find(".//" + qn("w:tblHeader")) is not None for row in rows],
                "unbroken": all(row.find(".//" + qn("w:cantSplit")) is not None for row in rows),
            }
        )
    section = document.sections[0]
    pictures = []
    for shape in document.inline_shapes:
        inline = shape._inline
        part = document.part.related_parts[inline.graphic.graphicData.pic.blipFill.blip.embed]
        pictures.append(
            {
                "type": part.content_type,
                "begins": part.blob[40:44].decode("latin-1"),
                "description": inline.docPr.get("descr"),
                "fits": shape.width <= section.page_width - section.left_margin - section.right_margin,
            }
        )
    answer = {
        "title": document.core_properties.title,
        "author": document.core_properties.author,
        "created": document.core_properties.created.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "language": lang.get(qn("w:val")),
        "headings": [
            [paragraph.style.name, paragraph.text]
            for paragraph in document.paragraphs
            if paragraph.style.name == "Title" or paragraph.style.name.startswith("Heading")
        ],
        "paragraphs": [paragraph.text for paragraph in document.paragraphs if paragraph.text],
        "tables": tables,
        "pictures": pictures,
        "header": [paragraph.text for paragraph in section.header.paragraphs],
        "landscape": section.page_width > section.page_height,
    }
    print(json.dumps(answer, ensure_ascii=False, sort_keys=True))


main(sys.argv[1])
