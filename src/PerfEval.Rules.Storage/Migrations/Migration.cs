using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Migrations;

/// <summary>One step forward of the schema. A step that was released is never changed: another follows it.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">What it brings, in a few words.</param>
/// <param name="Sql">The statements, by database.</param>
internal sealed record Migration(int Number, string Name, Func<Dialect, string> Sql);
