using System.Security.Claims;
using Made.Core.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Made.Web.Accounts;

/// <summary>
/// Two cookies, both encrypted: whoever is signed in, and for five minutes whoever gave the right password and owes a code. They carry an id and
/// nothing else; what it is worth stands in the records.
/// </summary>
internal static class SignInCookie
{
    public const string SignedIn = "made-signed-in";
    public const string Code = "made-sign-in-code";

    // There are two schemes and no default one, so the framework itself looks at neither: WhoAsks does, where there is a cookie.
    public static void AddSignInCookies(this IServiceCollection services, bool isOwnMachine) => services.AddAuthentication()
        .AddCookie(SignedIn, o => Set(o, SignedIn, "/", SignInRules.Idle, isOwnMachine))
        .AddCookie(Code, o => Set(o, Code, "/sign-in", SignInRules.BeforeCode, isOwnMachine));

    public static Task GiveAsync(HttpContext context, Guid account, SignIn at) => context.SignInAsync(SignedIn, Principal(SignedIn, account, at.Id));

    public static Task GiveCodeAsync(HttpContext context, Guid account, string to) =>
        context.SignInAsync(Code, Principal(Code, account, account), new AuthenticationProperties { Items = { ["to"] = to } });

    /// <summary>The sign-in that a cookie names, or the account that owes a code.</summary>
    public static Guid? Of(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirstValue(ClaimTypes.Sid), out var id) ? id : null;

    private static ClaimsPrincipal Principal(string scheme, Guid account, Guid id) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.ToString("N")), new Claim(ClaimTypes.Sid, id.ToString("N"))], scheme));

    private static void Set(CookieAuthenticationOptions options, string name, string path, TimeSpan lasts, bool isOwnMachine)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = path;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = isOwnMachine ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = lasts;
        options.SlidingExpiration = name == SignedIn;
    }
}
