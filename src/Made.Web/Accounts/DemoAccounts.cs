using System.Security.Cryptography;
using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Sharing;
using Made.Web.Commands;
using Made.Web.Composition;

namespace Made.Web.Accounts;

/// <summary>One account for each role in the fictional county, under a password drawn for this home and printed once.</summary>
internal static class DemoAccounts
{
    public static async Task AddAsync(Partnership partnership)
    {
        var accounts = partnership.Records.Accounts;
        if (!partnership.Pack.Synthetic)
            return;
        if ((await accounts.All()).Count > 0)
        {
            Say.Message("Sign-ins of the demonstration were printed at the first start; 'made account password NAME' sets another password.");
            return;
        }
        var password = Base32.Grouped(Base32.Text(RandomNumberGenerator.GetBytes(RecoveryCodes.Bytes))).ToLowerInvariant().Replace(' ', '-');
        var hash = Passwords.Hash(password);
        foreach (var role in GrantRules.Given)
        {
            var change = partnership.Change("made demo", "Account of the demonstration");
            if (!(await accounts.Add($"Demonstration: {role.Words()}", role.Code(), hash, change)).Succeeded(out var account, out var problem))
                throw new InvalidOperationException(problem.ToString());
            await accounts.Give(account.Id, new DatedGrant { Id = Guid.Empty, Grant = GrantOf(partnership, role), From = partnership.Today, Until = DateOnly.MaxValue, State = GrantState.InForce, ProposedBy = "", DecidedBy = "" }, change);
        }
        Say.Result($"Sign-ins of the demonstration, each with the password {password}: {string.Join(", ", GrantRules.Given.Select(r => r.Code()))}");
    }

    // What a role has to name: the supplier whose return is owed, and the first district.
    private static Grant GrantOf(Partnership partnership, Role role) => new()
    {
        Role = role,
        Organisation = role is Role.PartnerContributor or Role.PartnerAnalyst ? partnership.Pack.Datasets.FirstOrDefault(d => !d.Open)?.Supplier ?? "" : "",
        Districts = role == Role.DistrictManager ? [partnership.Areas.Districts[0].Code] : [],
        Clearance = role is Role.CountyAnalyst or Role.InformationGovernance ? Marking.OfficialSensitive : Marking.Official,
    };
}
