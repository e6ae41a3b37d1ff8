using Made.Core.Access;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Access;

/// <summary>The matrix as tables: for the page, for files, for the documentation.</summary>
internal static class AccessTables
{
    /// <summary>Each line of the matrix with who is let through; everybody else is not.</summary>
    public static Table Lines() => new()
    {
        Name = "access",
        Title = "Who may do what",
        Columns = [new("What"), new("May"), new("Everything"), new("Their own only"), new("Why")],
        Rows = AccessMatrix.Rules.Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of(r.Resource.Words()), Cell.Of(r.Deed.Words()), Cell.Of(r.IsPublic ? "Everybody" : r.IsForSignedIn ? "Everybody who has signed in" : Names(r.All)),
            Cell.Of(r.Own.Count == 0 ? "" : $"{Names(r.Own)}, by {(r.OwnByOrganisation ? "organisation" : "district")}"), Cell.Of(r.NeedsFreshSignIn ? $"{r.Why} Asks for password or code again." : r.Why),
        ]),
    };

    /// <summary>What one role sees, and the reason of each answer: a list of decisions, no content.</summary>
    public static Table Of(Role role) => new()
    {
        Name = role.Code(),
        Title = $"What this role may do: {role.Words()}",
        Columns = [new("What"), new("To do"), new("Answer")],
        Rows = AccessMatrix.Rules.Select(r => (IReadOnlyList<Cell>)[Cell.Of(r.Resource.Words()), Cell.Of(r.Deed.Words()), Cell.Of(r.ReachOf(role).Words())]),
    };

    public static void MapAccessFiles(this WebApplication app) => app.MapGet("/access.{kind:regex(^(csv|xlsx|ods)$)}", File).ExcludeFromDescription();

    private static IResult File(Partnership partnership, string kind)
    {
        var origin = new Origin("the program's own matrix", "none, this is how the program decides", LondonTime.Day(partnership.Today), "", partnership.Pack.Synthetic);
        return FileAnswers.Sheet(Workbook.Of(Lines(), origin, "Who may see and change what. Whoever is not named may not.", []), kind, "access");
    }

    private static string Names(IReadOnlyList<Role> roles) => roles.Count == 0 ? "" : string.Join(", ", roles.Select(r => r.Words()));
}
