using Made.Core.Accounts;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Made.Web.Accounts;

/// <summary>The provider that is in use, and how to ask it; its address to sign out is empty where it names none.</summary>
internal sealed record ProviderNow(
    IdentityProvider Provider, string Secret, HttpClient Client, IConfigurationManager<OpenIdConnectConfiguration> Published, string AuthorizationEndpoint, string TokenEndpoint, string SignOutAddress);

/// <summary>Tells the framework's code flow of the provider in use.</summary>
internal sealed class ProviderSettings(Listening listening) : IConfigureNamedOptions<ProviderOptions>
{
    private static readonly TimeSpan AtTheProvider = TimeSpan.FromMinutes(10);

    public ProviderNow? Now { get; set; }

    public void Configure(ProviderOptions options) => Configure(ProviderDoor.Scheme, options);

    public void Configure(string? name, ProviderOptions options)
    {
        if (Now is not { } now)
            return;
        (options.Provider, options.Published, options.Backchannel) = (now.Provider, now.Published, now.Client);
        (options.ClientId, options.ClientSecret) = (now.Provider.ClientId, now.Secret);
        (options.AuthorizationEndpoint, options.TokenEndpoint, options.CallbackPath) = (now.AuthorizationEndpoint, now.TokenEndpoint, ProviderDoor.Back);
        (options.UsePkce, options.SignInScheme, options.RemoteAuthenticationTimeout) = (true, SignInCookie.SignedIn, AtTheProvider);
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.Events = new OAuthEvents { OnRemoteFailure = ProviderFlow.Refused, OnTicketReceived = ProviderFlow.Received };
        var cookie = options.CorrelationCookie;
        // The provider's page sends people back, and a strict cookie would stay behind.
        (cookie.Name, cookie.Path, cookie.SameSite) = ("made-provider-", ProviderDoor.Begin, SameSiteMode.Lax);
        cookie.SecurePolicy = listening.IsOwnMachine ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}

internal static class ProviderSignIn
{
    public static void AddProviderDoor(this IServiceCollection services)
    {
        services.AddSingleton<ProviderDoor>();
        services.AddSingleton<ProviderSettings>();
        services.AddSingleton<IConfigureOptions<ProviderOptions>>(s => s.GetRequiredService<ProviderSettings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ProviderOptions>, OAuthPostConfigureOptions<ProviderOptions, ProviderFlow>>());
        services.AddTransient<ProviderFlow>();
    }

    /// <summary>Behind the gate, so that the address that the provider sends people back to has its rule and its headers as every other.</summary>
    public static void UseProviderDoor(this IApplicationBuilder app)
    {
        app.Use((context, next) => context.Request.Path == ProviderDoor.Back ? OpenedAsync(context, next) : next(context));
        app.UseAuthentication();
    }

    // After a restart nobody opened it yet, and it may have been cleared since.
    private static async Task OpenedAsync(HttpContext context, RequestDelegate next)
    {
        await context.RequestServices.GetRequiredService<ProviderDoor>().OpenAsync(context.RequestAborted);
        await next(context);
    }
}
