using System.Security.Claims;
using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.Tests.Identity;

public sealed class CallerTests
{
    private const string Own = "教育局";

    [Theory]
    [InlineData("440300", "440300", true)]
    [InlineData("440300", "440399", true)]
    [InlineData("440300", "440400", false)]
    [InlineData("440300", "440000", false)]
    [InlineData("440303", "440303", true)]
    [InlineData("440303", "440300", false)]
    [InlineData("440000", "449999", true)]
    [InlineData("440000", "110000", false)]
    [InlineData("000000", "110108", true)]
    [InlineData(null, "110108", true)]
    public void A_region_covers_those_below_it(string? own, string other, bool covers) => Assert.Equal(covers, Of(Roles.Bureau, own).Covers(other));

    [Theory]
    [InlineData(Roles.Bureau, "440300", "440303", "水务局", true, true)]
    [InlineData(Roles.Bureau, "440300", "440303", null, true, true)]
    [InlineData(Roles.Bureau, "440300", "440100", "水务局", false, false)]
    [InlineData(Roles.Viewer, "440300", "440303", "水务局", true, false)]
    [InlineData(Roles.Viewer, "440300", "440100", "水务局", false, false)]
    [InlineData(Roles.Admin, null, "440303", "水务局", true, true)]
    [InlineData(Roles.Author, null, "440303", "水务局", false, false)]
    [InlineData(Roles.Reviewer, null, "440303", "水务局", false, false)]
    [InlineData(Roles.Department, "440303", "440303", Own, true, true)]
    [InlineData(Roles.Department, "440303", "440303", "水务局", false, false)]
    [InlineData(Roles.Department, "440303", "440303", null, false, false)]
    [InlineData(Roles.Department, "440303", "440304", Own, false, false)]
    [InlineData(Roles.Department, "440300", "440303", Own, false, false)]
    [InlineData(Roles.Department, null, "440303", Own, false, false)]
    public void What_somebody_sees_and_files_is_of_their_department_or_region(string role, string? own, string region, string? department, bool sees, bool files)
    {
        var caller = Of(role, own, role == Roles.Department ? Own : null);
        Assert.Equal((sees, files), (caller.MaySee(department, region), caller.MayFile(department, region)));
    }

    [Fact]
    public void Nobody_covers_nothing()
    {
        Assert.False(Caller.Anonymous.Covers("440300"));
        Assert.False(Caller.Anonymous.MaySee(null, "440300"));
        Assert.False(Caller.Of(new ClaimsPrincipal(new ClaimsIdentity())).IsSignedIn);
    }

    [Fact]
    public void A_principal_carries_all_that_is_known_of_a_caller()
    {
        var caller = new Caller(new("account:7", "张三"), [Roles.Author, Roles.Bureau], "440303", Own) { MustChangePassword = true };
        var back = Caller.Of(CallerClaims.PrincipalOf(caller, "cookie", "stamp"));
        Assert.Equal(caller with { Roles = back.Roles }, back);
        Assert.Equal(caller.Roles.AsEnumerable(), back.Roles);
    }

    private static Caller Of(string role, string? region, string? department = null) => new(new("account:1", "某人"), [role], region, department);
}
