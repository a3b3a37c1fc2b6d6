namespace PerfEval.Rules.Storage.Databases;

/// <summary>The database has a schema that this build does not know: a later build has upgraded it.</summary>
public sealed class NewerSchemaException(int found, int known)
    : InvalidOperationException($"the database has schema {found}, this build knows {known}: start the build that upgraded it, or a later one")
{
    /// <summary>The step that the database is at.</summary>
    public int Found => found;

    /// <summary>The last step that this build knows.</summary>
    public int Known => known;
}
