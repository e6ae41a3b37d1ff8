namespace Made.Intake.Synthetic;

/// <summary>ONS lookups, in the columns and under the names of the published files that the program reads.</summary>
internal static class LookupFiles
{
    public static void Write(Folder folder, Parameters plan, CountyMap map, string force)
    {
        var strangers = Enumerable.Range(1, plan.Neighbour.Lsoas).ToArray();
        var next = plan.Neighbour;
        folder.WriteTable(
            "lookups/lookup_lsoa11_lsoa21_ltla22.csv.gz",
            Quoted("lsoa11_name", "lsoa11_code", "change_code", "lsoa21_name", "lsoa21_code", "ltla22_name", "ltla22_code"),
            map.Vintages.Old
                .SelectMany(o => o.Successors.Select(s => Quoted(o.Name, o.Code, o.Change.ToString(), s.Name, s.Code, o.District.Name, o.District.Code)))
                .Concat(strangers.Select(n => Quoted(
                    Neighbour.LsoaName(plan, n), Neighbour.LsoaCode(n), "U", Neighbour.LsoaName(plan, n), Neighbour.LsoaCode(n), next.Name, next.Code))));
        folder.WriteTable(
            "lookups/lookup_lsoa21_ward24_ltla24.csv.gz",
            Quoted("lsoa21_name", "lsoa21_code", "ward24_name", "ward24_code", "ltla24_name", "ltla24_code"),
            map.Lsoas
                .Select(a => Quoted(a.Name, a.Code, a.Ward.Name, a.Ward.Code, a.Ward.District.Name, a.Ward.District.Code))
                .Concat(strangers.Select(n => Quoted(
                    Neighbour.LsoaName(plan, n), Neighbour.LsoaCode(n), next.Name, Neighbour.WardCode, next.Name, next.Code))));
        folder.WriteTable(
            "lookups/lookup_lsoa11_ltla19.csv.gz",
            Quoted("lsoa11_name", "lsoa11_code", "ltla19_name", "ltla19_code"),
            map.Vintages.Old
                .Select(o => Quoted(o.Name, o.Code, o.District.Name, o.District.Code))
                .Concat(strangers.Select(n => Quoted(Neighbour.LsoaName(plan, n), Neighbour.LsoaCode(n), next.Name, next.Code))));
        folder.WriteTable(
            "lookups/ward_all_codes.csv.gz",
            "WDCD,WDNM,LADCD,LADNM,SOURCEFILE",
            map.Wards.Select(w => $"{w.Code},{w.Name},{w.District.Code},{w.District.Name},SYNTHETIC {force}"));
    }

    public static string Quoted(params string[] cells) => string.Join(',', cells.Select(c => $"\"{c}\""));
}
