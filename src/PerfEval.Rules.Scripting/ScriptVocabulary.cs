using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace PerfEval.Rules.Scripting;

/// <summary>What a script may name, by what it means and not by how it is written: the properties made for it, its own variables, and a short list of types and members.</summary>
internal sealed class ScriptVocabulary(Compilation compilation)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Members = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        ["System.Math"] = Set("Abs", "Min", "Max", "Round", "Floor", "Ceiling", "Truncate", "Clamp", "Sign"),
        ["decimal"] = Set("Abs", "Min", "Max", "Round", "Floor", "Ceiling", "Truncate", "Clamp", "Zero", "One"),
        ["int"] = Set("Abs", "Min", "Max", "Clamp"),
        ["string"] = Set("Length", "Contains", "StartsWith", "EndsWith", "Trim", "IsNullOrEmpty", "IsNullOrWhiteSpace"),
        ["System.DateOnly"] = Set("Year", "Month", "Day", "DayNumber", "AddDays", "AddMonths", "AddYears", ".ctor"),
        ["System.MidpointRounding"] = Set("AwayFromZero", "ToEven", "ToZero", "ToNegativeInfinity", "ToPositiveInfinity"),
        ["System.Linq.Enumerable"] = Set("Sum", "Count", "Any", "All", "Where", "Select", "Min", "Max", "Average", "OrderBy", "OrderByDescending", "ThenBy", "Take", "Skip", "First", "Last", "Contains"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Generics = Set("System.Collections.Generic.IEnumerable<T>", "System.Linq.IOrderedEnumerable<TElement>");

    /// <summary>Whether a script may name this.</summary>
    public bool Allows(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => AllowsType(local.Type),
        IParameterSymbol parameter => AllowsType(parameter.Type),
        IMethodSymbol { TypeArguments: var arguments } when !arguments.All(AllowsType) => false,
        IDiscardSymbol => true,
        ITypeSymbol type => AllowsType(type) || Members.ContainsKey(type.ToDisplayString()),
        IMethodSymbol { MethodKind: MethodKind.BuiltinOperator or MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.LambdaMethod } => true,
        _ when IsMade(symbol) => symbol is IPropertySymbol,
        _ => Members.TryGetValue(symbol.ContainingType?.ToDisplayString() ?? "", out var names) && names.Contains(symbol.Name),
    };

    /// <summary>Whether a value of a script may have this type.</summary>
    public bool AllowsType(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Decimal or SpecialType.System_Int32 or SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Void } => true,
        { TypeKind: TypeKind.Error } => true, // the compiler has said so
        INamedTypeSymbol { IsGenericType: true } generic when Generics.Contains(generic.OriginalDefinition.ToDisplayString()) => generic.TypeArguments.All(AllowsType),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } function => function.TypeArguments.All(AllowsType),
        _ => type.ToDisplayString() is "System.DateOnly" or "System.MidpointRounding" || IsMade(type),
    };

    // Of the class of the script, or of a table's rows.
    private bool IsMade(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    private static FrozenSet<string> Set(params ReadOnlySpan<string> names) => FrozenSet.Create(StringComparer.Ordinal, names);
}
