namespace Made.Core.Coarsening;

/// <summary>
/// The key of one agreed purpose, as far as reading needs it: the same text gives the same pseudonym under it, and without it nobody can tell or try out
/// whose it is. Two purposes have two keys, so that their pseudonyms cannot be linked. Where keys are kept is for others to know.
/// </summary>
/// <param name="Version">Of the key; kept beside each pseudonym, because after a change of keys the same text has another one.</param>
/// <param name="Mac">HMAC-SHA256 of a text under the key: 32 bytes.</param>
public sealed record PseudonymKey(int Version, Func<string, byte[]> Mac);
