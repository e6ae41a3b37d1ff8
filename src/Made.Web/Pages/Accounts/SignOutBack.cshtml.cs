using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>Where the identity provider sends people back to after they signed out there. Sent on by this page, the browser shows whether it is still signed in here.</summary>
[ResponseCache(NoStore = true)]
public sealed class SignOutBackModel : PageModel;
