using System.Collections;

namespace Made.Store.Reference;

/// <summary>A list that is made when somebody first looks into it: most commands ask for neither shapes nor populations.</summary>
internal sealed class ListOnFirstUse<T>(Func<List<T>> make) : IReadOnlyList<T>
{
    private readonly Lazy<List<T>> made = new(make);

    public int Count => made.Value.Count;

    public T this[int index] => made.Value[index];

    public IEnumerator<T> GetEnumerator() => made.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
