package app;

import java.util.ArrayList;
import java.util.List;

public class Order {
  public static class Line {
    public final String name;
    public final int amount;
    public final double price;

    Line(String name, int amount, double price) {
      this.name = name;
      this.amount = amount;
      this.price = price;
    }
  }

  private final String customer;
  private final List<Line> items = new ArrayList<>();

  public Order(String customer) {
    this.customer = customer;
  }

  public void add(String name, int amount, double price) {
    items.add(new Line(name, amount, price));
  }

  public List<Line> getItems() {
    return items;
  }

  public String getCustomer() {
    return customer;
  }
}
