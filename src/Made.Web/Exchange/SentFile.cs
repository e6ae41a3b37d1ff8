using Made.Store.Records;

namespace Made.Web.Exchange;

/// <summary>A file on its way in: from a form, a program or the inbox.</summary>
/// <param name="Name">As sent; never used as a path.</param>
/// <param name="Open">Its bytes, once.</param>
public sealed record SentFile(string Name, Func<Stream> Open);

/// <summary>Files that are being read.</summary>
/// <param name="Done">Ends with the job, whatever became of it.</param>
public sealed record Sending(Job Job, Task Done);
