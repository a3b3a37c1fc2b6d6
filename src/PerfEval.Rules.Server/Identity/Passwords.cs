using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Makes, hashes and compares passwords, by the framework's own hasher: PBKDF2 over HMAC-SHA-512 with a salt each. Safe to share between threads.</summary>
internal sealed class Passwords
{
    public const int MinLength = 10;
    public const int MaxLength = 128;

    private const int Iterations = 210_000;
    private const int OneTimeLength = 16;

    // Without what looks alike: 0 and O, 1, I and l.
    private const string OneTimeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private readonly PasswordHasher<string> hasher;
    private readonly Lazy<string> nobodys;

    public Passwords()
        : this(Iterations)
    {
    }

    /// <param name="iterations">Fewer only where the password is public anyway.</param>
    public Passwords(int iterations)
    {
        hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        nobodys = new(() => Hash(NewOneTime()));
    }

    public string Hash(string password) => hasher.HashPassword("", password);

    /// <summary>Whether a password is the one of a hash. Without a hash it compares with one that nobody has, so that an unknown name takes as long.</summary>
    public bool Matches(string? hash, string password) =>
        password.Length <= MaxLength && hasher.VerifyHashedPassword("", hash ?? nobodys.Value, password) != PasswordVerificationResult.Failed && hash is not null;

    /// <summary>A random one, to be told once and changed at the first sign-in.</summary>
    public static string NewOneTime() => new(RandomNumberGenerator.GetItems<char>(OneTimeLetters, OneTimeLength));

    /// <summary>A random security stamp.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
