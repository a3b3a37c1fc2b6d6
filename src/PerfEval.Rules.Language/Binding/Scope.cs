using System.Collections.Immutable;

namespace PerfEval.Rules.Language.Binding;

/// <summary>Hands out the slots of a frame, one after the other. Not safe to share between threads; dies when linking ends.</summary>
public sealed class SlotAllocator
{
    /// <summary>How many slots were handed out; the size a frame needs.</summary>
    public int Count { get; private set; }

    /// <summary>A slot that nobody else has.</summary>
    public int Next() => Count++;
}

/// <summary>The names that an expression may use: a chain of scopes, inner before outer. Immutable.</summary>
public sealed class Scope
{
    // INVARIANT: not changed once made. A rubric has a scope per rule, most with a single symbol: nothing that is slow to make.
    private readonly Dictionary<string, Symbol> symbols;
    private readonly ImmutableArray<Lookup> lookups;

    /// <summary>A scope within <paramref name="parent"/>, or an outermost one.</summary>
    /// <param name="slots">Where lambdas of expressions in this scope get their slots.</param>
    public Scope(Scope? parent, IEnumerable<Symbol> symbols, SlotAllocator slots, ImmutableArray<Lookup> lookups = default)
    {
        Parent = parent;
        Slots = slots;
        this.symbols = symbols.ToDictionary(symbol => symbol.Name, StringComparer.Ordinal);
        this.lookups = lookups.IsDefault ? [] : lookups;
    }

    /// <summary>The scope around this one, or null.</summary>
    public Scope? Parent { get; }

    /// <summary>Where lambdas get their slots.</summary>
    public SlotAllocator Slots { get; }

    /// <summary>The symbol with this normalised name in this scope or one around it, or null.</summary>
    public Symbol? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.symbols.TryGetValue(name, out var symbol))
                return symbol;
        }

        return null;
    }

    /// <summary>The keyed look-up with this name (case ignored) in this scope or one around it, or null.</summary>
    public Lookup? FindLookup(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            foreach (var lookup in scope.lookups)
            {
                if (string.Equals(lookup.Name, name, StringComparison.OrdinalIgnoreCase))
                    return lookup;
            }
        }

        return null;
    }

    /// <summary>Every symbol that can be seen from here, inner scopes first; within a scope by name.</summary>
    public IEnumerable<Symbol> Visible()
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            foreach (var symbol in scope.symbols.Values.OrderBy(symbol => symbol.Name, StringComparer.Ordinal))
                yield return symbol;
        }
    }

    /// <summary>Every keyed look-up that can be seen from here.</summary>
    public IEnumerable<Lookup> VisibleLookups()
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            foreach (var lookup in scope.lookups)
                yield return lookup;
        }
    }
}
