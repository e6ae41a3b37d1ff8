namespace Made.Core.Sharing;

/// <summary>One kind of information that the Crime and Disorder (Prescribed Information) Regulations 2007 (SI 2007/1831) list in their Schedule.</summary>
/// <param name="Number">As numbered here, 1 to 13.</param>
/// <param name="Paragraph">The paragraph of the Schedule, or what is known of it.</param>
/// <param name="Provider2007">The kind of authority that the Schedule named.</param>
/// <param name="ProviderNow">The kind that holds it now.</param>
/// <param name="Mark">How sure the contents are.</param>
public sealed record PrescribedSet(
    int Number, string Title, string Paragraph, string Provider2007, string ProviderNow, string Contents, Certainty Mark, string Source);

/// <summary>An organisation that owes a prescribed set, and from when to when. After its end, those that followed it are asked.</summary>
/// <param name="Certain">False where the law does not say plainly that this organisation carries the duty.</param>
public sealed record PrescribedProvider(int Set, string Organisation, DateOnly From, DateOnly To, bool Certain, string Note, string Source);
