using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Sharing;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Accounts;

/// <summary>A site with the tests' own identity provider beside it, shared by a class: analysts and information governance are groups with a grant, "everybody" has none.</summary>
public sealed class ProviderSite : IAsyncLifetime
{
    public LiveSite Site { get; private set; } = null!;

    public ProviderProcess Process { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (ProviderProcess.WhyNot is not null)
            return;
        Site = await SignInTests.Site();
        Process = await ProviderProcess.Start(Site.Address);
        var (records, change) = (Site.Partnership.Records, Site.Partnership.Change("test", "Made by a test"));
        (await records.Providers.Set(Process.Provider, ProviderProcess.Secret, change)).ShouldBeNull();
        await GroupAsync("Analysts of the council", "analysts", Role.CountyAnalyst);
        await GroupAsync("Governance of the council", "governance", Role.InformationGovernance);
        (await records.Providers.AddGroup("Everybody of the council", "everybody", change)).Problem.ShouldBeNull();
    }

    public async Task<Account> GroupAsync(string name, string value, Role role)
    {
        var (records, change) = (Site.Partnership.Records, Site.Partnership.Change("test", "Made by a test"));
        (await records.Providers.AddGroup(name, value, change)).Succeeded(out var group, out _).ShouldBeTrue();
        (await records.Accounts.Give(group!.Id, new DatedGrant
        {
            Id = Guid.Empty,
            Grant = new Grant { Role = role, Clearance = Marking.OfficialSensitive },
            From = Site.Partnership.Today,
            Until = DateOnly.MaxValue,
            State = GrantState.InForce,
            ProposedBy = "",
            DecidedBy = "",
        }, change)).Problem.ShouldBeNull();
        return group;
    }

    public async Task DisposeAsync()
    {
        if (ProviderProcess.WhyNot is not null)
            return;
        await Process.DisposeAsync();
        await Site.DisposeAsync();
    }
}

/// <summary>Skipped with a plain word where Node or the provider's package is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProviderFactAttribute : FactAttribute
{
    public ProviderFactAttribute() => Skip = ProviderProcess.WhyNot;
}

/// <summary>The same for a test of several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProviderTheoryAttribute : TheoryAttribute
{
    public ProviderTheoryAttribute() => Skip = ProviderProcess.WhyNot;
}
