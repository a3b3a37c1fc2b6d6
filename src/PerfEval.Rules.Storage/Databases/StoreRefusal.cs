using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Storage.Databases;

/// <summary>Why a database cannot be used, for whoever runs the service: what is wrong and what to do, never a password.</summary>
/// <param name="Message">In one line.</param>
/// <param name="MayPass">Whether it may come right by itself: a server that is just starting.</param>
public sealed record StoreRefusal(Bilingual Message, bool MayPass = false)
{
    /// <summary>Explains an exception of <see cref="StoreDatabase.OpenAsync"/>, or of reading what was opened; null: it is not about the database, but a bug.</summary>
    /// <param name="connectionString">What was to be opened.</param>
    public static StoreRefusal? Find(Exception exception, string connectionString) => exception switch
    {
        NewerSchemaException newer => Lasting(
            $"数据库结构为第 {newer.Found} 版，本程序只到第 {newer.Known} 版：请启动升级过它的程序，或更新的版本",
            $"the database has schema {newer.Found} and this build knows {newer.Known}: start the build that upgraded it, or a later one"),
        SqliteException sqlite => new(OfFile(sqlite, Path.GetFullPath(connectionString))),
        PostgresException postgres => OfServer(postgres, new(connectionString)),
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => Unreachable(new(connectionString)),
        DbException other => Lasting($"数据库出错：{other.Message}", $"the database fails: {other.Message}"),
        ArgumentException bad when StoreDatabase.IsServer(connectionString) => Lasting(
            $"ConnectionStrings:Store 不是有效的 PostgreSQL 连接串：{bad.Message}", $"ConnectionStrings:Store is no valid connection string of PostgreSQL: {bad.Message}"),
        UnauthorizedAccessException or IOException when !StoreDatabase.IsServer(connectionString) => new(NotToBeMade(Path.GetFullPath(connectionString), exception.Message)),
        SocketException or TimeoutException when StoreDatabase.IsServer(connectionString) => Unreachable(new(connectionString)),
        _ => null,
    };

    private static Bilingual OfFile(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        3 or 8 or 14 or 23 => NotToBeMade(path, exception.Message), // permission, read-only, cannot open, authorisation
        5 or 6 => new($"数据库文件 {path} 被另一进程占用：一个文件只供一个进程使用", $"another process holds the database file {path}: a file belongs to one process"),
        10 or 13 => new($"数据库文件 {path} 读写失败：请检查磁盘及其剩余空间（{exception.Message}）", $"the database file {path} cannot be read or written: look at the disk and its free space ({exception.Message})"),
        11 or 26 => new(
            $"文件 {path} 不是 SQLite 数据库，或已损坏：请由备份恢复，见 docs/operations.md", $"the file {path} is no SQLite database, or is damaged: restore it from a backup, see docs/operations.md"),
        _ => new($"数据库文件 {path} 出错：{exception.Message}", $"the database file {path} fails: {exception.Message}"),
    };

    private static Bilingual NotToBeMade(string path, string reason) => new(
        $"不能打开或建立数据库文件 {path}：请检查所在文件夹是否存在、运行本服务的账户能否写入（{reason}）",
        $"the database file {path} can be neither opened nor made: look whether its folder exists and the service's account may write there ({reason})");

    private static StoreRefusal OfServer(PostgresException exception, NpgsqlConnectionStringBuilder given) => exception.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Lasting(
            $"PostgreSQL {Place(given)} 不接受用户 {given.Username}：请检查 ConnectionStrings:Store 中的用户名和口令，以及 pg_hba.conf",
            $"PostgreSQL at {Place(given)} does not let {given.Username} in: look at name and password in ConnectionStrings:Store, and at pg_hba.conf"),
        PostgresErrorCodes.InvalidCatalogName => Lasting(
            $"PostgreSQL {Place(given)} 没有数据库 {given.Database}：请先建立（createdb {given.Database}）",
            $"PostgreSQL at {Place(given)} has no database {given.Database}: make it first (createdb {given.Database})"),
        PostgresErrorCodes.InsufficientPrivilege => Lasting(
            $"用户 {given.Username} 无权在数据库 {given.Database} 中建表：请授权（{exception.MessageText}）",
            $"{given.Username} may not make tables in the database {given.Database}: grant it ({exception.MessageText})"),
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections => Unreachable(given),
        _ => Lasting($"PostgreSQL {Place(given)} 出错：{exception.MessageText}（{exception.SqlState}）", $"PostgreSQL at {Place(given)} fails: {exception.MessageText} ({exception.SqlState})"),
    };

    private static StoreRefusal Unreachable(NpgsqlConnectionStringBuilder given) => new(
        new($"连不上 PostgreSQL {Place(given)}：请确认它已启动、地址和端口无误", $"PostgreSQL at {Place(given)} cannot be reached: see that it runs, and that address and port are right"),
        MayPass: true);

    private static StoreRefusal Lasting(string zh, string en) => new(new Bilingual(zh, en));

    private static string Place(NpgsqlConnectionStringBuilder given) => $"{given.Host}:{given.Port}";
}
