import my_module

print(my_module.greet("World"))
