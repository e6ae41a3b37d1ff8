using Xunit;

namespace Made.Tests.Browser;

/// <summary>Every page and state of the site: an address, or the name of one that <see cref="BrowserSite"/> remembers.</summary>
internal static class Addresses
{
    public const string Month = "/dashboard/E22990001/2026-09";

    public static TheoryData<string> OfCounty { get; } =
    [
        "/",
        "/areas/E07990001",
        "/areas/E07990004",
        "/dashboard",
        Month,
        Month + "?edition=1",
        Month + "?where=shoplifting",
        "/dashboard/E22990001/2023-08",
        "/dashboard/E22990004/2026-09",
        Month + "/all-crime",
        "/dashboard/E22990003/2026-09/shoplifting",
        "/dashboard/E22990001/2021-11/burglary",
        "/dashboard/E22990001/2026-07/deliberate-fires",
        "/dashboard/E22990001/2025-12/collisions-ksi",
        "/scorecard",
        "/scorecard?measure=count",
        "/scorecard?measure=change",
        "/scorecard?measure=variation",
        "/scorecard?area=E22990001&level=ward",
        "/workbench",
        "/workbench?indicator=burglary&area=E22990001&method=xmr&rules=nhs-2024&better=lower&target=20&basis=total&break=2024-04&reason=A+new+crime+system",
        "/workbench?indicator=burglary&area=E22990001&method=forecast",
        "/workbench?indicator=burglary&area=E22990001&method=farrington&years=2",
        "/workbench?indicator=burglary&area=each-csp&method=stl",
        "/workbench?indicator=deliberate-fires&area=E22990001&to=2026-08",
        "/workbench/note?indicator=burglary&area=E22990001&method=xmr",
        "/workbench/own",
        "/exceptions/2026-09",
        "/exceptions/2024-06?outcome=chance",
        "/funnel/asb/2026-09",
        "/funnel/burglary/2026-09?level=ward",
        "/funnel/crime-severity-estimate/2026-09",
        "/severity/2026-09",
        "/severity/2023-08?area=E07990004",
        "/hotspots/E22990001/2026-09",
        "/hotspots/E22990004/2026-09?indicator=collisions",
        "/hotspots/E22990001/2026-09?indicator=collisions",
        "/near-repeats",
        "/near-repeats/E22990001/2026-09?indicator=burglary",
        "/near-repeats/E22990001/2026-09?indicator=collisions",
        "/indicators",
        "/indicators/all-crime",
        "/indicators/define",
        "/indicators/define?dataset=police-street",
        "/indicators/define/outcomes-charged",
        "/indicators/asb/retire",
        "/tables",
        "/tables?indicator=burglary&indicator=outcomes-charged&show=rate&level=csp&rows=period&columns=area&from=last25",
        "/tables?indicator=asb&level=ward&within=E07990001&area=E07990001-ward-not-determined&show=change&period=rolling12",
        "/tables?category=police-street/Burglary&category=police-street/Drugs&level=lsoa&within=E07990001&from=last3&sums=yes",
        "saved table",
        "remove saved table",
        "/exchange",
        "/exchange?part=2",
        "receipt Accepted",
        "receipt AcceptedWithRejections",
        "receipt with repeats",
        "receipt Refused",
        "job",
        "/exchange/supplies",
        "withdraw",
        "/data",
        "/how-to-read",
        "/glossary",
        "/accessibility",
        "/nowhere",
    ];

    /// <summary>The same site before anything was loaded.</summary>
    public static TheoryData<string> OfEmptyHome { get; } = ["/", "/dashboard", "/scorecard", "/workbench", "/workbench/own", "/exceptions", "/funnel", "/severity", "/hotspots", "/near-repeats", "/indicators", "/indicators/define?dataset=police-street", "/tables", "/exchange", "/exchange/supplies", "/data"];
}
