using Made.Core.Access;
using Made.Web.Accounts;

namespace Made.Web.Editions;

/// <summary>Who may see drafts. Pages and files that can show one ask here; everything else opens released editions only.</summary>
internal static class DraftSight
{
    public static bool SeesDrafts(this HttpContext context) =>
        AccessMatrix.May(context.Asking().Person, Resource.Drafts, Deed.Read, ObjectFacts.Kind).Allowed;
}
