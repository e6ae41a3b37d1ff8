namespace Made.Store.Facts;

/// <summary>
/// Equal rows are numbered and cancel one by one. Of what is left, rows with a key are paired per key in the order of their content
/// (a key may occur several times in one file); whatever finds no partner was added or removed.
/// </summary>
internal static class RevisionSql
{
    internal static readonly string Compare = $"""
        WITH before_rows AS ({Numbered("$1")}),
             after_rows AS ({Numbered("$2")}),
             gone AS ({Left("before_rows", "after_rows")}),
             come AS ({Left("after_rows", "before_rows")}),
             pairs AS (
                 SELECT gone.{Columns.Content} IS NOT NULL AND come.{Columns.Content} IS NOT NULL AS changed,
                        gone.{Columns.Content} IS NULL AS added,
                        {Differs(Columns.Category)} AS by_category,
                        {Differs(Columns.Lsoa)} AS by_lsoa,
                        {Differs(Columns.Detail)} AS by_detail,
                        {Differs(Columns.Longitude)} OR {Differs(Columns.Latitude)} AS by_point
                 FROM gone FULL JOIN come
                 ON gone.{Columns.Key} = come.{Columns.Key} AND gone.turn = come.turn AND gone.{Columns.Key} <> 0)
        SELECT (SELECT count(*) FROM before_rows),
               (SELECT count(*) FROM after_rows),
               count(*) FILTER (changed),
               count(*) FILTER (changed AND by_category),
               count(*) FILTER (changed AND by_lsoa),
               count(*) FILTER (changed AND by_detail),
               count(*) FILTER (changed AND by_point),
               count(*) FILTER (changed AND NOT (by_category OR by_lsoa OR by_detail OR by_point)),
               count(*) FILTER (NOT changed AND added),
               count(*) FILTER (NOT changed AND NOT added)
        FROM pairs
        """;

    private static string Numbered(string path) => $"""
        SELECT {Columns.Key}, {Columns.Content}, {Columns.Category}, {Columns.Lsoa}, {Columns.Detail}, {Columns.Longitude}, {Columns.Latitude},
               row_number() OVER (PARTITION BY {Columns.Key}, {Columns.Content}) AS copy
        FROM read_parquet({path})
        """;

    private static string Left(string these, string those) => $"""
        SELECT *, row_number() OVER (PARTITION BY {Columns.Key} ORDER BY {Columns.Content}, copy) AS turn
        FROM {these} ANTI JOIN {those} USING ({Columns.Key}, {Columns.Content}, copy)
        """;

    private static string Differs(Engine.Column column) => $"gone.{column} IS DISTINCT FROM come.{column}";
}
