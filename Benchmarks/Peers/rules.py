"""The rules of question.py as one SQL query, for SQLite and DuckDB alike.

It reads a relation `fact(m, position, id, kind, day, extent, areas, target, field, new)`: one row for each event about a
measure, `kind` without "liggare.measure." or "liggare.entry.", `day` the effective date as a number, 20221014, `areas` a JSON list as
text ('["*"]' for the whole municipality), `target`, `field` and `new` of a correction or reversal. `id` and `target` are
whatever names an event there: UUIDs, or positions in a tuned table.
"""


def query(dialect, through, day):
    """The counts of the first `through` events as of `day` (None for all), as rows (area, status, count)."""
    last_areas = {"sqlite": "max(ord), areas", "duckdb": "arg_max(areas, ord) AS areas"}[dialect]
    explode = {
        "sqlite": "grouped, json_each(grouped.areas) AS area",
        "duckdb": "(SELECT *, unnest(from_json(areas, '[\"VARCHAR\"]')) AS value FROM grouped) AS area",
    }[dialect]
    as_of = "" if day is None else f"AND (day IS NULL OR day <= {day.replace('-', '')})"
    # An event's place in the fold as one number, day before position, and its step above and its status below it: the
    # greatest such number of a measure is its status, without sorting.
    place = "(coalesce(day, 0) * 2147483648 + position)"
    statuses = " ".join(f"WHEN {number} THEN '{name}'" for number, name in enumerate(STATUSES))
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    number = {name: number for number, name in enumerate(STATUSES)}

    def key(step, status):
        return f"{step} * {2 ** 60} + ord * 16 + {number[status]}"

    return f"""
WITH known AS (SELECT * FROM fact WHERE position <= {through}),
reversed AS MATERIALIZED (SELECT target FROM known WHERE kind = 'reversed'),
amended AS MATERIALIZED (
  SELECT target, max(CASE field WHEN 'effective' THEN 1 END) AS has_day,
    max(CASE field WHEN 'effective' THEN CAST(replace(new, '-', '') AS INTEGER) END) AS day,
    max(CASE field WHEN 'extent' THEN new END) AS extent, max(CASE field WHEN 'areas' THEN new END) AS areas
  FROM (
    SELECT target, field, new, row_number() OVER (PARTITION BY target, field ORDER BY position DESC) AS place
    FROM known WHERE kind = 'corrected' AND id NOT IN (SELECT target FROM reversed)) AS numbered
  WHERE place = 1 GROUP BY target),
corrected AS {'MATERIALIZED' if dialect == 'sqlite' else ''} (
  SELECT m, kind, extent, areas, {place} AS ord FROM (
    SELECT m, position, kind, day, extent, areas FROM known
    WHERE kind IN ({kinds}) AND id NOT IN (SELECT target FROM reversed) AND id NOT IN (SELECT target FROM amended)
    UNION ALL
    SELECT m, position, kind, CASE WHEN amended.has_day = 1 THEN amended.day ELSE known.day END,
      coalesce(amended.extent, known.extent), coalesce(amended.areas, known.areas)
    FROM known JOIN amended ON amended.target = known.id
    WHERE kind IN ({kinds}) AND id NOT IN (SELECT target FROM reversed)) AS whole
  WHERE 1 = 1 {as_of}),
-- What was put off before it began is decided again when it is resumed: the steps before that do not count.
resumed AS (
  SELECT one.m, one.ord,
    max(CASE WHEN other.kind IN ('started', 'withdrawn', 'implemented') THEN 1 END) AS was_begun,
    max(CASE other.kind WHEN 'approved' THEN 1 END) AS was_approved,
    max(CASE other.kind WHEN 'paused' THEN other.ord * 2 + 1 WHEN 'resumed' THEN other.ord * 2 END) % 2 AS was_paused
  FROM corrected AS one JOIN corrected AS other ON other.m = one.m AND other.ord < one.ord
  WHERE one.kind = 'resumed' AND one.m IN (SELECT m FROM corrected WHERE kind = 'paused')
    AND other.kind IN ('started', 'withdrawn', 'implemented', 'approved', 'paused', 'resumed')
  GROUP BY one.m, one.ord),
anew AS MATERIALIZED (
  SELECT m, max(ord) AS ord, max(CASE was_approved WHEN 1 THEN ord END) AS approved FROM resumed
  WHERE was_begun IS NULL AND was_paused = 1 GROUP BY m),
standing AS (
  SELECT corrected.m, max(CASE
    WHEN corrected.ord < anew.ord THEN 0
    WHEN corrected.ord = anew.ord THEN
      CASE WHEN anew.approved = anew.ord THEN {key(2, 'approved').replace('ord', 'corrected.ord')}
      ELSE {key(0, 'proposed').replace('ord', 'corrected.ord')} END
    ELSE CASE kind
      {' '.join(f"WHEN '{kind}' THEN {key(step, status).replace('ord', 'corrected.ord')}" for kind, step, status in PLAIN)}
      WHEN 'implemented' THEN CASE extent WHEN 'full' THEN {key(5, 'implemented').replace('ord', 'corrected.ord')}
        WHEN 'partial' THEN {key(5, 'partly-implemented').replace('ord', 'corrected.ord')}
        ELSE {key(5, 'not-implemented').replace('ord', 'corrected.ord')} END END END) AS key
  FROM corrected LEFT JOIN anew ON anew.m = corrected.m GROUP BY corrected.m),
founding AS (SELECT m, min(ord) AS ord FROM corrected WHERE kind = 'proposed' GROUP BY m),
placed AS (
  SELECT m, {last_areas} FROM (
    SELECT corrected.m, corrected.ord, CASE kind WHEN 'proposed' THEN coalesce(areas, '["-"]') ELSE areas END AS areas
    FROM corrected JOIN founding ON founding.m = corrected.m
    WHERE corrected.ord >= founding.ord AND kind IN ('proposed', 'amended')) AS stated
  WHERE areas IS NOT NULL GROUP BY m),
grouped AS (
  SELECT areas, key % 16 AS status, count(*) AS measures FROM standing JOIN placed ON placed.m = standing.m
  GROUP BY 1, 2)
SELECT area.value, CASE status {statuses} END, sum(measures) FROM {explode} GROUP BY 1, 2"""


STATUSES = [
    "proposed", "referred-back", "tabled", "rejected", "approved", "in-progress", "paused", "withdrawn", "implemented",
    "partly-implemented", "not-implemented",
]
#: The kinds of events that settle a status by themselves: kind, step, status.
PLAIN = [
    ("proposed", 0, "proposed"), ("referred-back", 1, "referred-back"), ("tabled", 1, "tabled"),
    ("approved", 2, "approved"), ("rejected", 2, "rejected"), ("started", 3, "in-progress"),
    ("resumed", 3, "in-progress"), ("paused", 3, "paused"), ("withdrawn", 4, "withdrawn"),
]
#: The kinds of events that the question looks at.
KINDS = [kind for kind, _, _ in PLAIN] + ["implemented", "amended"]


def extraction(data, text, position="position"):
    """The columns of `fact` from an event's envelope and its `data`, given how the dialect reads a member of a JSON text."""
    return f"""
CAST(substr(subject, 3) AS INTEGER) AS m, {position} AS position, id,
CASE WHEN type LIKE 'liggare.measure.%' THEN substr(type, 17) ELSE substr(type, 15) END AS kind, CAST(replace(effective, '-', '') AS INTEGER) AS day,
{text('extent')} AS extent,
CASE WHEN {data} LIKE '%"municipalityWide":true%' THEN '["*"]' ELSE {text('areas')} END AS areas,
{text('event')} AS target, {text('field')} AS field, {text('new')} AS new"""


#: Which events `fact` holds.
ABOUT_MEASURES = "subject LIKE 'M-%' AND type IN ({})".format(
    ", ".join([f"'liggare.measure.{kind}'" for kind in KINDS] + ["'liggare.entry.corrected'", "'liggare.entry.reversed'"]))
