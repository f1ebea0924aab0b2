"""What two versions differ in, told in JSON and in words."""
