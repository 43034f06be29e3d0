using Naru.Core.Messages;
using Naru.Engine.Limits;

namespace Naru.Engine.Tests.Limits;

public sealed class ClassTurnTests
{
    private const int All = 0b11110;

    [Fact]
    public void Authentication_takes_four_turns_of_five_while_others_wait()
    {
        var turns = Play(All, 1000);

        turns[MessageClass.Authentication].ShouldBe(800);
        for (var i = 0; i + 5 <= 1000; i++)
        {
            turns.Order.Skip(i).Take(5).Count(c => c == MessageClass.Authentication).ShouldBe(4);
        }
    }

    [Fact]
    public void Authentication_takes_every_turn_while_nobody_else_waits() =>
        Play(ClassTurn.Authentication, 100)[MessageClass.Authentication].ShouldBe(100);

    [Fact]
    public void A_turn_that_nobody_contested_is_not_counted_against_authentication()
    {
        var turn = new ClassTurn();
        for (var i = 0; i < 50; i++)
        {
            turn.Took(MessageClass.Authentication, ClassTurn.Authentication);
        }

        turn.Choose(All).ShouldBe(MessageClass.Authentication);
    }

    [Fact]
    public void The_others_go_by_weight_and_evenly_mixed()
    {
        var turns = Play(All & ~ClassTurn.Authentication, 700);

        turns[MessageClass.High].ShouldBe(400);
        turns[MessageClass.Standard].ShouldBe(200);
        turns[MessageClass.Low].ShouldBe(100);
        turns.Order.Take(7).Count(c => c == MessageClass.Low).ShouldBe(1);
    }

    [Theory]
    [InlineData(MessageClass.High)]
    [InlineData(MessageClass.Standard)]
    [InlineData(MessageClass.Low)]
    public void Who_waits_alone_goes(MessageClass messageClass) => Play(ClassTurn.Bit(messageClass), 10)[messageClass].ShouldBe(10);

    [Fact]
    public void A_class_that_was_away_does_not_catch_up()
    {
        var turn = new ClassTurn();
        Play(ClassTurn.Bit(MessageClass.High) | ClassTurn.Bit(MessageClass.Standard), 600, turn);

        Play(All & ~ClassTurn.Authentication, 70, turn)[MessageClass.Low].ShouldBeInRange(9, 11);
    }

    private static Turns Play(int waiting, int count, ClassTurn? turn = null)
    {
        turn ??= new ClassTurn();
        var order = new List<MessageClass>();
        for (var i = 0; i < count; i++)
        {
            order.Add(turn.Choose(waiting));
            turn.Took(order[^1], waiting);
        }

        return new Turns(order);
    }

    private sealed record Turns(List<MessageClass> Order)
    {
        public int this[MessageClass messageClass] => Order.Count(c => c == messageClass);
    }
}
