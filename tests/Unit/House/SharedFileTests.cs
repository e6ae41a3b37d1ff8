using System.Security.Cryptography;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>Publishers' files are read from beside the checkout; none of them is kept in it.</summary>
public sealed class SharedFileTests
{
    private const int Smallest = 64;

    [Fact]
    public void No_file_from_the_shared_folder_is_kept_here()
    {
        var shared = Repository.Path("..", "shared");
        if (!Directory.Exists(shared))
        {
            Console.WriteLine("The folder ../shared is not here, so nothing could have been copied from it on this machine: not checked.");
            return;
        }
        Copies(SourceTree.Names().Select(n => Repository.Path(n)), shared).ShouldBeEmpty();
    }

    [Fact]
    public void A_copied_file_would_be_noticed()
    {
        var folder = Directory.CreateTempSubdirectory("made-copies-");
        try
        {
            var shared = folder.CreateSubdirectory("shared");
            var (original, copy) = (Path.Combine(shared.FullName, "deep.csv"), Path.Combine(folder.FullName, "renamed.txt"));
            File.WriteAllText(original, new string('x', 100));
            File.Copy(original, copy);
            Copies([copy], shared.FullName).ShouldBe([copy]);
            File.AppendAllText(copy, "y");
            Copies([copy], shared.FullName).ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Only files of the same length are hashed.</summary>
    private static IEnumerable<string> Copies(IEnumerable<string> ours, string shared)
    {
        var byLength = new DirectoryInfo(shared).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.Length >= Smallest).ToLookup(f => f.Length);
        return [.. ours.Where(o => byLength[new FileInfo(o).Length].Any(s => Hash(s.FullName) == Hash(o)))];
    }

    private static string Hash(string file)
    {
        using var bytes = File.OpenRead(file);
        return Convert.ToHexString(SHA256.HashData(bytes));
    }
}
